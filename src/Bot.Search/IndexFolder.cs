using System.Globalization;
using Bot.Articles;
using Lucene.Net.Store;
using Microsoft.Extensions.Logging;

namespace Bot.Search;

/// <summary>The indexes that processes keep on disk: each writes its own, the first one that nobody else is writing, and later runs take them up again.</summary>
/// <remarks>
/// So a process never waits for another and never sees a half-done change, and a command that starts beside a running bot finds either an index that is
/// up to date, which it only reads, or one that lacks the latest changes.
/// </remarks>
internal sealed partial class IndexFolder(string path, ILogger logger)
{
    private const int Slots = 16;

    /// <summary>An index from which the library's changes lead on, if need be an empty one.</summary>
    /// <returns>Null when none can be kept here: all are being written, or the folder cannot be.</returns>
    public PassageIndex? Open(LibraryState state)
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            var folder = Path.Combine(path, slot.ToString(CultureInfo.InvariantCulture));
            try
            {
                if (PassageIndex.OpenExisting(folder) is { } index)
                {
                    if (LibraryIndexer.Fits(index, state) && (index.State!.Sequence == state.Sequence || index.TryLock()))
                    {
                        return index;
                    }

                    index.Dispose();
                }

                return PassageIndex.Create(folder);
            }
            catch (LockObtainFailedException)
            {
                // Another process writes this one.
            }
            catch (Exception exception) when (IsDiskFault(exception))
            {
                SayNotKept(exception);
                return null;
            }
        }

        return null;
    }

    /// <summary>True when files cannot be written, rather than that they hold no index.</summary>
    public static bool IsDiskFault(Exception exception) => exception is IOException or UnauthorizedAccessException
        || (exception is AggregateException { InnerExceptions: var several } && several.All(IsDiskFault));

    /// <summary>For whoever runs the bot, who can mend the disk.</summary>
    public void SayNotKept(Exception exception) =>
        Log.NotKept(logger, path, (exception as AggregateException)?.InnerExceptions[0].Message ?? exception.Message);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The search index cannot be written to {Folder} and is kept in memory; free some space there, or let the bot write ({Reason})")]
        public static partial void NotKept(ILogger logger, string folder, string reason);
    }
}
