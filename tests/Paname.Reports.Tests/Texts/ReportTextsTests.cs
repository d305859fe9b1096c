using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Paname.Reports.Tests.Support;
using Paname.Reports.Texts;

namespace Paname.Reports.Tests.Texts;

public class ReportTextsTests
{
    private static readonly IReadOnlyDictionary<string, string> EnglishTexts = Flatten(ReportTexts.Of(ReportLanguage.English));
    private static readonly IReadOnlyDictionary<string, string> FrenchTexts = Flatten(ReportTexts.Of(ReportLanguage.French));

    // The same in both languages.
    private static readonly string[] Shared = ["Metrics.Auc"];

    [Fact]
    public void Both_languages_say_everything_and_say_it_differently()
    {
        Assert.True(EnglishTexts.Count > 150);
        Assert.Equal(EnglishTexts.Keys.Order(), FrenchTexts.Keys.Order());
        Assert.All(EnglishTexts, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key);
            Assert.False(string.IsNullOrWhiteSpace(FrenchTexts[text.Key]), text.Key);
            Assert.True(Shared.Contains(text.Key) || text.Value != FrenchTexts[text.Key], $"{text.Key} is the same in both languages: {text.Value}");
        });
    }

    [Fact]
    public void Both_languages_take_the_same_values()
        => Assert.All(EnglishTexts, text => Assert.Equal(Places(text.Value), Places(FrenchTexts[text.Key])));

    [Fact]
    public void No_English_shows_in_a_French_report()
    {
        string own = Page.Read(HtmlReport.Render([Sample.Audit()], new ReportOptions { Language = ReportLanguage.French, History = Sample.History() })).OwnText();
        HashSet<string> french = [.. FrenchTexts.Values.SelectMany(Words)];
        string[] english = [.. EnglishTexts.Values.SelectMany(Words).Where(word => word.Length > 2 && !french.Contains(word)).Distinct()];
        Assert.True(english.Length > 200);
        Assert.Empty(Words(own).Intersect(english).Except(Given));
    }

    [Fact]
    public void French_typography_puts_a_space_that_does_not_break_before_high_punctuation()
        => Assert.All(FrenchTexts, text => Assert.DoesNotMatch("[^\u00A0\u202F ][;?!»]|[^\u00A0]: | [:;?!%»]|« |'", text.Value));

    [Fact]
    public void Terms_are_those_the_authorities_use()
    {
        string own = string.Join(' ', FrenchTexts.Values);
        foreach (string term in new[] { "inférence d’appartenance", "inférence d’attribut", "inversion de modèle", "régurgitation", "modèles fantômes", "taux de vrais positifs", "taux de faux positifs", "TVP", "TFP", "AIPD", "DPD", "responsable de traitement", "personne concernée", "risque résiduel", "CEPD", "élément de preuve" })
        {
            Assert.Contains(term, own, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Unknown_languages_are_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => HtmlReport.Render([], new ReportOptions { Language = (ReportLanguage)9 }));

    // What the sample gives: names of measures and models.
    private static readonly string[] Given = ["accuracy", "loss", "log"];

    private static IEnumerable<string> Words(string text) => Regex.Matches(text, @"\p{L}+").Select(match => match.Value.ToLowerInvariant());

    private static string[] Places(string text) => [.. Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Order()];

    private static Dictionary<string, string> Flatten(ReportTexts texts)
    {
        var all = new Dictionary<string, string>();
        Add(texts, string.Empty);
        return all;

        void Add(object part, string name)
        {
            foreach (PropertyInfo property in part.GetType().GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Where(property => property.Name != "EqualityContract"))
            {
                string key = name.Length == 0 ? property.Name : $"{name}.{property.Name}";
                switch (property.GetValue(part))
                {
                    case string text:
                        all.Add(key, text);
                        break;
                    case IEnumerable list:
                        foreach ((int i, object? item) in list.Cast<object>().Index())
                        {
                            all.Add(FormattableString.Invariant($"{key}[{i}]"), (string)item!);
                        }

                        break;
                    case { } group:
                        Add(group, key);
                        break;
                }
            }
        }
    }
}
