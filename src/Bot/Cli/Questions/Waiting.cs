using Bot.Answers.Generation;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Bot.Cli.Questions;

/// <summary>Shows a person at a terminal that a model writes; nothing of what it writes is shown before it is checked.</summary>
internal static class Waiting
{
    /// <summary>Does the work, with a spinner where there is a model to wait for and a terminal to turn it.</summary>
    public static Task<T> ForAsync<T>(Terminal terminal, IServiceProvider services, Func<Task<T>> work) =>
        terminal.IsInteractive && terminal.Console.Profile.Capabilities is { Ansi: true, Interactive: true } && services.GetRequiredService<IOptions<ModelOptions>>().Value.IsConfigured
            ? terminal.Console.Status().Spinner(Spinner.Known.Dots).StartAsync("Writing the answer, then checking it against the article …", _ => work())
            : work();
}
