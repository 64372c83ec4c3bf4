using Bot.Articles;

namespace Bot.Localization;

/// <content>Why no article can be had.</content>
internal abstract partial class Translation
{
    /// <summary>What was in the way of an article and what to do about it, on one line.</summary>
    public abstract string Of(ArticleFault fault);

    /// <exception cref="UserFacingException">No article can be had; the reason is said in this language.</exception>
    public async Task<T> ExplainingAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (ArticleException exception)
        {
            throw new UserFacingException(Of(exception.Fault), exception);
        }
    }

    /// <summary>Of files by their path, which only the command line reads, and it speaks English.</summary>
    protected static string OfFile(ArticleFault fault) => fault.Kind switch
    {
        ArticleFaultKind.NoFileNamed => "No file was named. Give the path of a text, Markdown, HTML or PDF file.",
        ArticleFaultKind.IsFolder => $"“{fault.Subject}” is a folder. Give the path of one file.",
        ArticleFaultKind.EndlessFile => $"The file “{fault.Subject}” does not come to an end. Give an ordinary file, or pipe the text into “-”.",
        ArticleFaultKind.NoSuchFile => $"There is no file “{fault.Subject}”. Check the path.",
        ArticleFaultKind.ForbiddenFile => $"The file “{fault.Subject}” may not be read. Check its permissions.",
        ArticleFaultKind.UnreadableFile => $"The file “{fault.Subject}” could not be read. Check that it is an ordinary file and not in use.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, null),
    };

    /// <summary>“1.5”, as English writes it, of so many bytes.</summary>
    protected static string Megabytes(ArticleFault fault) => ((fault.Number ?? 0) / (1024.0 * 1024.0)).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
