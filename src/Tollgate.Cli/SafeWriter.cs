using System.Text;
using Tollgate.Unicode;

namespace Tollgate.Cli;

/// <summary>
/// A standard stream to which plain text goes: whatever models, servers and files put into a sentence, no control
/// character but line breaks and tabs reaches the terminal.
/// </summary>
internal sealed class SafeWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(SafeText.Lines(value.ToString()));

    public override void Write(string? value) => inner.Write(value is null ? null : SafeText.Lines(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void WriteLine(string? value)
    {
        Write(value);
        inner.WriteLine();
    }

    public override void WriteLine() => inner.WriteLine();

    public override void Flush() => inner.Flush();
}
