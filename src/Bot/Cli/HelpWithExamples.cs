using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Bot.Cli;

/// <summary>The library's help, and below it the verb's examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is { } command && Examples.TryGetValue(command.Name, out var examples))
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        return exitCode;
    }

    /// <summary>By verb. What names no file, address or token works as it stands, with the article that is built in.</summary>
    public static IReadOnlyDictionary<string, string[]> Examples { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["bot"] =
        [
            "bot ask \"How much will the allies spend on defence by 2035?\"",
            "bot quotes --speaker Lavrov",
            "bot summary --length brief",
            "bot article add https://example.org/story.html",
            "bot run",
        ],
        ["ask"] =
        [
            "bot ask \"Who wrote the op-ed in the New York Times?\"",
            "bot ask \"What did the minister announce?\" --article report.pdf",
            "bot ask \"When was NATO formed?\" --format json",
        ],
        ["summary"] = ["bot summary", "bot summary --article report.pdf --length brief", "bot summary --focus Greenland"],
        ["quotes"] = ["bot quotes", "bot quotes --speaker kallas", "bot quotes --speaker Lavrov --about Europe --format json"],
        ["chat"] = ["bot chat", "bot chat --article report.pdf", "echo \"When was NATO formed?\" | bot chat"],
        ["article"] = ["bot article add https://example.org/story.html", "bot article list", "bot article show n8d5f0gx --paragraph 4"],
        ["add"] = ["bot article add https://example.org/story.html", "bot article add monday.pdf tuesday.pdf", "xclip -o | bot article add -"],
        ["list"] = ["bot article list", "bot article list --format json"],
        ["show"] = ["bot article show n8d5f0gx", "bot article show n8d5f0gx --paragraph 4"],
        ["remove"] = ["bot article remove n8d5f0gx"],
        ["backup"] = ["bot backup news-answers.bak"],
        ["restore"] = ["bot restore news-answers.bak", "bot restore news-answers.bak --force"],
        ["check"] = ["bot check", "Discord__Token=… bot check"],
        ["run"] = ["Discord__Token=… bot run", "bot run --Discord:Guild 1234567890"],
    };
}
