using Bot.Configuration;

namespace Bot.Cli;

/// <summary>Splits settings given as <c>--Section:Key value</c> or <c>--Section:Key=value</c>, and <c>--urls</c>, from a verb's own arguments.</summary>
internal static class ConfigurationArguments
{
    public static (string[] Verb, Dictionary<string, string?> Settings) Split(ReadOnlySpan<string> args)
    {
        var verb = new List<string>();
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--")
            {
                verb.AddRange(args[i..]);
                break;
            }

            if (!IsSetting(args[i]))
            {
                verb.Add(args[i]);
                continue;
            }

            var pair = args[i][2..].Split('=', 2);
            if (pair.Length == 1 && i + 1 == args.Length)
            {
                throw new UsageException($"{pair[0]} needs a value, for example --{pair[0]}=VALUE.");
            }

            settings[pair[0]] = pair.Length == 2 ? pair[1] : args[++i];
        }

        return ([.. verb], settings);
    }

    private static bool IsSetting(string arg)
    {
        if (arg == "--urls" || arg.StartsWith("--urls=", StringComparison.Ordinal))
        {
            return true;
        }

        var colon = arg.IndexOf(':', StringComparison.Ordinal);
        return colon > 2 && arg.StartsWith("--", StringComparison.Ordinal) && arg.AsSpan(2, colon - 2).IndexOfAnyExceptInRange('A', 'z') < 0;
    }
}
