namespace Tollgate.Exchanges;

/// <summary>Who is to blame for a failure, as far as the exchange shows it.</summary>
public enum FailureParty : byte
{
    /// <summary>The way to the provider, or its front door.</summary>
    Network,

    /// <summary>What the user asked for: key, URL, model or parameters.</summary>
    Request,
    Provider,

    /// <summary>This program or the machine that it runs on.</summary>
    Instrument,
}
