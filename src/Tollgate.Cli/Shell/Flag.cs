using System.CommandLine;

namespace Tollgate.Cli.Shell;

/// <summary>Makes a command's flags; <c>names</c> are the flag's name and its aliases, with a space between them.</summary>
internal static class Flag
{
    /// <summary>A flag with a value, which help shows as the placeholder.</summary>
    public static Option<T> Of<T>(string names, string placeholder, string description)
    {
        var flag = Named<T>(names, description);
        flag.HelpName = placeholder;
        return flag;
    }

    /// <summary>A flag with a value that may be left out.</summary>
    public static Option<T> Of<T>(string names, string placeholder, string description, T byDefault)
    {
        var flag = Of<T>(names, placeholder, description);
        flag.DefaultValueFactory = _ => byDefault;
        return flag;
    }

    /// <summary>A flag without a value.</summary>
    public static Option<bool> Switch(string names, string description) => Named<bool>(names, description);

    private static Option<T> Named<T>(string names, string description)
    {
        var all = names.Split(' ');
        return new Option<T>(all[0], all[1..]) { Description = description };
    }
}
