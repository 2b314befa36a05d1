using Tollgate.Unicode;

namespace Tollgate.Cli.Shell;

/// <summary>
/// A standard stream to which plain text goes: whatever models, servers and files put into a sentence, no control
/// character but line breaks and tabs reaches the terminal. Where somebody reads it there, lines break between words.
/// </summary>
/// <param name="inner">The stream.</param>
/// <param name="width">How many characters a line has; null where nobody wraps it.</param>
internal sealed class SafeWriter(TextWriter inner, int? width = null) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(SafeText.Lines(value.ToString()));

    public override void Write(string? value) => inner.Write(value is null ? null : SafeText.Lines(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void WriteLine(string? value)
    {
        // What is indented is a command to copy: the terminal's own breaks are not copied, ours would be.
        var isProse = value is not null && !value.StartsWith(' ');
        Write(width is { } room && isProse && value!.Length > room ? Wrapped(value, room) : value);
        inner.WriteLine();
    }

    public override void WriteLine() => inner.WriteLine();

    public override void Flush() => inner.Flush();

    // A word that is longer than a line, such as a file's name, is not broken here.
    private static string Wrapped(string text, int room)
    {
        var lines = new StringBuilder(text.Length + 8);
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > room)
            {
                lines.Append('\n').Append(word);
                used = word.Length;
                continue;
            }

            lines.Append(lines.Length > 0 ? " " : "").Append(word);
            used += word.Length + (lines.Length > word.Length ? 1 : 0);
        }

        return lines.ToString();
    }
}
