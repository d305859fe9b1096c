namespace Paname.Testing;

/// <summary>What PANAME_ACCEPT asks for.</summary>
internal enum AcceptMode
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Accept what differs.</summary>
    Accept,

    /// <summary>Add the run as a retraining of the same recipe.</summary>
    Retraining,

    /// <summary>Make the run the value that slow creep is held against.</summary>
    NewAnchor,
}
