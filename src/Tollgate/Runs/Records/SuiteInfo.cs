namespace Tollgate.Runs.Records;

/// <summary>Which suite a rehearsal played, so that its file can be scored anew and held against another.</summary>
/// <param name="Name">The suite's name.</param>
/// <param name="Digest">SHA-256 of the file's bytes, in lower-case hexadecimal digits.</param>
/// <param name="Text">The file's text.</param>
internal sealed record SuiteInfo(string Name, string Digest, string Text);
