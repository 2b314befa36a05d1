namespace Tollgate.Load.Traces;

/// <summary>A format of traces. Stateless.</summary>
internal interface ITraceFormat
{
    /// <summary>What a file of this format begins with, as the end of "expected ...".</summary>
    string Expected { get; }

    /// <summary>Whether a file with this first line is of this format.</summary>
    bool Recognizes(string firstLine);

    /// <summary>Reads the file. Every line counts: one that cannot be read is an error, none is left out.</summary>
    /// <param name="firstLine">The line that was recognized.</param>
    /// <param name="rest">The lines after it; they end in LF or CR LF.</param>
    /// <param name="file">The file's name, for messages.</param>
    TraceResult Read(string firstLine, TextReader rest, string file);
}
