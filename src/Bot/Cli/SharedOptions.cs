using System.CommandLine;

namespace Bot.Cli;

/// <summary>Options that several verbs have.</summary>
internal static class SharedOptions
{
    public static Option<string?> Article() => new("--article", "-a")
    {
        Description = "The article to use: an id from `bot article list`, or the path of a file or an address, which is read for this call only.",
        HelpName = "REF",
    };

    public static Option<string> Format()
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = "text for people, json for programs.",
            HelpName = "text|json",
            DefaultValueFactory = _ => "text",
        };
        option.AcceptOnlyFromAmong("text", "json");
        return option;
    }
}
