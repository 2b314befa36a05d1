namespace Tollgate.Plans;

/// <summary>
/// Which files a plan may name: those of its own folder, where nobody keeps what is hidden. A plan of somebody else's
/// could else send a private key as a prompt.
/// </summary>
internal static class PlanFiles
{
    private const int MaxLinks = 40;

    /// <summary>
    /// Whether the file lies in the folder or below, links followed, and no part of the way from there is hidden.
    /// </summary>
    public static bool IsWithin(string folder, string path)
    {
        var root = Resolve(Path.GetFullPath(folder.Length == 0 ? "." : folder));
        var file = Resolve(Path.GetFullPath(path));
        if (root is null || file is null)
        {
            return false;
        }

        var way = Path.GetRelativePath(root, file);
        return !Path.IsPathRooted(way)
            && !way.Split(Path.DirectorySeparatorChar).Any(static part => part.StartsWith('.'));
    }

    // Every link on the way followed; null where they go round in a circle.
    private static string? Resolve(string path)
    {
        var root = Path.GetPathRoot(path) ?? "";
        var parts = new Stack<string>(path[root.Length..].Split(
            Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse());
        var resolved = root;
        for (var links = 0; parts.TryPop(out var part);)
        {
            var next = Path.Combine(resolved, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            var full = Path.GetFullPath(Path.Combine(resolved, target));
            resolved = Path.GetPathRoot(full) ?? "";
            foreach (var more in full[resolved.Length..].Split(
                Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                parts.Push(more);
            }
        }

        return resolved;
    }
}
