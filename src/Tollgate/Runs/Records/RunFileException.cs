namespace Tollgate.Runs.Records;

/// <summary>
/// A run file turned out to be damaged while it was read. The message is one sentence that names the file.
/// </summary>
internal sealed class RunFileException : IOException
{
    public RunFileException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
