namespace Tollgate.Acts.Slots;

/// <summary>How carefully a value is said.</summary>
internal enum SayingStyle : byte
{
    /// <summary>As one says it at first.</summary>
    Plain,

    /// <summary>With a pause between the parts; figures one by one.</summary>
    Slow,

    /// <summary>Letter by letter, figure by figure.</summary>
    Spelled,

    /// <summary>Letter by letter, each with a word that begins with it: "D as in David".</summary>
    SpelledWithWords,
}
