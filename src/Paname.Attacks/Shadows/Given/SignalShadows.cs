using System.Runtime.InteropServices;
using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>Signals of shadow models that were scored elsewhere.</summary>
internal sealed class SignalShadows : IShadowSource
{
    private readonly ShadowSignalKind _kind;
    private readonly SignalArray _shadows;
    private readonly InclusionMask _inclusion;
    private readonly SignalArray? _target;
    private readonly SignalArray? _populationTarget;
    private readonly SignalArray? _populationShadows;
    private readonly InclusionMask? _populationInclusion;
    private readonly bool[]? _member;
    private readonly int[]? _order;

    internal SignalShadows(ShadowSignalKind kind, ReadOnlyMemory<double> shadows, InclusionMask inclusion, ShadowSignalOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Views, 1, nameof(options.Views));
        _kind = kind;
        _inclusion = inclusion;
        _shadows = SignalArray.Of("The shadow models' signals", kind, inclusion.Models, options.Views, shadows);
        _target = options.Target is { } target ? SignalArray.Of("The target's signals", kind, 1, options.Views, target) : null;
        _populationTarget = options.PopulationTarget is { } onTarget ? SignalArray.Of("The target's signals of the population", kind, 1, options.Views, onTarget) : null;
        _populationShadows = options.PopulationShadows is { } onShadows
            ? SignalArray.Of("The shadow models' signals of the population", kind, inclusion.Models, options.Views, onShadows) : null;
        _populationInclusion = options.PopulationInclusion;
        _member = options.Member is null ? null : [.. options.Member];
        _order = _member is null ? null : [.. Enumerable.Range(0, _member.Length).Where(i => _member[i]), .. Enumerable.Range(0, _member.Length).Where(i => !_member[i])];
        Check(options);
    }

    public string Description => FormattableString.Invariant($"signals of {_inclusion.Models} shadow models scored elsewhere");

    public string? Fingerprint
    {
        get
        {
            using var hash = new Sha256Content();
            hash.Add("given-signals/1");
            hash.Add((int)_kind);
            foreach (SignalArray? array in new[] { _shadows, _target, _populationTarget, _populationShadows })
            {
                hash.Add(array?.Views ?? -1);
                hash.Add(MemoryMarshal.AsBytes((array?.Values ?? default).Span));
            }

            MaskContent.Add(hash, _inclusion);
            MaskContent.Add(hash, _populationInclusion);
            hash.Add(_member is null ? [] : FlagText.Bytes(_member));
            return hash.Finish();
        }
    }

    public ShadowObservations Observe(ShadowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_shadows.Records != request.Outputs.Count)
        {
            throw new PanameDataException(FormattableString.Invariant($"The shadow models' signals are of {_shadows.Records} records, and {request.Outputs.Count} are audited."));
        }

        if (_member?.Count(member => member) is { } members && members != request.Members)
        {
            throw new PanameDataException(FormattableString.Invariant($"The signals name {members} members, and {request.Members} are audited."));
        }

        ShadowSignals target = _target?.ToSignals(_order)
            ?? new ShadowSignals(SignalScale.ScaledLogit, request.Outputs.Count, 1, 1, SignalConversion.OfOutputs(request));
        InclusionMask inclusion = _order is null ? _inclusion : _inclusion.Select([.. Enumerable.Range(0, _inclusion.Models)], _order);
        int saturated = new[] { _shadows, _target }.Sum(array => array?.Saturated ?? 0);
        return new ShadowObservations(target, _shadows.ToSignals(_order), inclusion)
        {
            Population = _populationTarget is null ? null : new PopulationSignals(_populationTarget.ToSignals(null), _populationShadows!.ToSignals(null), _populationInclusion),
            Notes = saturated == 0 ? [] : [FormattableString.Invariant($"{saturated} given signals are caps, since a probability or loss was rounded to exactly 0 or 1: compute scaled logits in float64 from logits")],
        };
    }

    private void Check(ShadowSignalOptions options)
    {
        if (_shadows.Records != _inclusion.Records)
        {
            throw new PanameDataException(FormattableString.Invariant($"The shadow models' signals are of {_shadows.Records} records, the inclusion mask of {_inclusion.Records}."));
        }

        if ((_target?.Records ?? _shadows.Records) != _shadows.Records || (_member?.Length ?? _shadows.Records) != _shadows.Records)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"The shadow models' signals are of {_shadows.Records} records; the target's of {_target?.Records ?? _shadows.Records}, the flags of membership {_member?.Length ?? _shadows.Records}."));
        }

        if (_target is null && (!SignalConversion.FollowsFromOutputs(_kind) || options.Views > 1))
        {
            throw new PanameDataException("The target's own signals do not follow from its outputs when there are several views, residuals or other scores: give them too (Target).");
        }

        if (_populationTarget?.Records != _populationShadows?.Records)
        {
            throw new PanameDataException("The population's signals are needed of the target and of the shadow models, on the same records: give both or neither.");
        }

        if (_populationInclusion is { } mask && (mask.Models != _inclusion.Models || mask.Records != _populationShadows?.Records))
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"The population's inclusion mask is of {mask.Models} models and {mask.Records} records, its signals of {_inclusion.Models} and {_populationShadows?.Records ?? 0}."));
        }
    }
}
