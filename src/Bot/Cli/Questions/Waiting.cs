using System.Globalization;
using Bot.Answers.Generation;
using Bot.Search;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Bot.Cli.Questions;

/// <summary>Shows a person at a terminal what an answer waits for; nothing of what a model writes is shown before it is checked.</summary>
internal static class Waiting
{
    private const string Writing = "Writing the answer, then checking it against the article …";

    /// <summary>Does the work, with a spinner where there is a model to wait for, and a line on standard error while the library is indexed.</summary>
    /// <param name="isForAPerson">False where standard output is for a program.</param>
    public static async Task<T> ForAsync<T>(Terminal terminal, IServiceProvider services, bool isForAPerson, Func<Task<T>> work)
    {
        var indexer = services.GetRequiredService<LibraryIndexer>();
        var hasSpinner = isForAPerson && terminal.IsInteractive && terminal.Console.Profile.Capabilities is { Ansi: true, Interactive: true };
        if (hasSpinner && services.GetRequiredService<IOptions<ModelOptions>>().Value.IsConfigured)
        {
            return await terminal.Console.Status().Spinner(Spinner.Known.Dots).StartAsync(Writing, status =>
            {
                indexer.Progress = (done, total) => status.Status(done < total ? Indexing(done, total) : Writing);
                return work();
            });
        }

        using var line = new ProgressLine(terminal);
        indexer.Progress = (done, total) => line.Show(Indexing(done, total));
        return await work();
    }

    private static string Indexing(int done, int total) => string.Create(CultureInfo.InvariantCulture, $"Indexing the library: {done:N0} of {total:N0} articles …");
}
