namespace Tollgate.Transport.Direct;

/// <summary>What a <see cref="ResponseParser"/> hands its findings to.</summary>
internal interface IResponseSink
{
    /// <summary>The headers are whole.</summary>
    void Head(AnswerHead head);

    /// <summary>Body bytes without the transfer coding.</summary>
    void Body(ReadOnlySpan<byte> bytes);

    /// <summary>The answer is whole.</summary>
    void End();
}
