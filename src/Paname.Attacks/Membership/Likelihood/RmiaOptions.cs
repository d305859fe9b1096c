namespace Paname.Attacks.Membership;

/// <summary>How RMIA is run.</summary>
public sealed record RmiaOptions
{
    /// <summary>Which models the target is compared with; default <see cref="ShadowForm.Auto"/>: online where every record has models of both kinds.</summary>
    public ShadowForm Form { get; init; }

    /// <summary>The paper's a of the offline form, 0 to 1: how far models trained without a record stand for those trained with it; default <see langword="null"/>: tuned on the
    /// shadow models, see <see cref="Rmia.TuneOfflineA"/>; 1/3 where their training sets say nothing.</summary>
    public double? OfflineA { get; init; }

    /// <summary>How many times a population record's ratio a record's must exceed to dominate it, above 0; default 2, as in the paper's experiments. Decides
    /// <see cref="Rmia.Dominated(Paname.Attacks.Shadows.ShadowObservations, RmiaOptions?, CancellationToken)"/> only: it has no part in the ranking.</summary>
    public double Gamma { get; init; } = 2;

    internal void Check()
    {
        OptionRange.Defined(Form, nameof(Form));
        OptionRange.From(OfflineA ?? 0, 0, 1, nameof(OfflineA));
        OptionRange.Above(Gamma, 0, option: nameof(Gamma));
    }
}
