using Tollgate.Simulator.Http;

namespace Tollgate.Simulator.Providers;

/// <summary>Writes the events of one answer. Nothing is allocated for a token.</summary>
internal interface IAnswerWriter
{
    /// <summary>What goes out ahead of the first token. Where it is left out, the first event has it.</summary>
    void Opening(ByteBuffer into);

    /// <summary>One event with <paramref name="count"/> tokens of one part of the script.</summary>
    void Tokens(ByteBuffer into, int from, int count);

    /// <summary>What stands after token number <paramref name="seen"/> where a part of the answer ends there.</summary>
    void Boundary(ByteBuffer into, int seen);

    /// <summary>Why it stopped, and the counts.</summary>
    void Finish(ByteBuffer into);

    /// <summary>The stream's own end marker.</summary>
    void End(ByteBuffer into);

    /// <summary>An event whose JSON breaks off.</summary>
    void Malformed(ByteBuffer into);

    /// <summary>An event of text as large as <paramref name="bytes"/>.</summary>
    void Huge(ByteBuffer into, int bytes);

    /// <summary>The provider's error, as an event.</summary>
    void Error(ByteBuffer into);

    /// <summary>The answer as one JSON document.</summary>
    byte[] Whole();
}
