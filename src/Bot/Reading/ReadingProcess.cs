using System.Diagnostics;
using System.Text.Json;
using Bot.Articles;
using Bot.Articles.Parsing;

namespace Bot.Reading;

/// <summary>Reads a document in a process of its own: one that loops, exhausts memory or the stack takes that process down and nothing else.</summary>
/// <remarks>
/// For PDFs, whose reader cannot be stopped in the middle of a page. The process is this program again with <see cref="Verb"/>: a line of JSON and the bytes
/// go in, a line of JSON comes out. It has no secrets in its environment, a bound on its memory, and ends when its caller no longer waits.
/// </remarks>
internal sealed class ReadingProcess(ReadingLimits limits)
{
    public const string Verb = "read-document";

    // PdfPig holds the unpacked pages several times over.
    private const long MostMemory = 1024L * 1024 * 1024;

    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "SystemRoot"];

    /// <exception cref="ArticleException">No article can be made of the document.</exception>
    public async Task<Article> ReadAsync(SourceDocument document, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartInfo()) ?? throw new InvalidOperationException("The reading process did not start.");
        try
        {
            process.BeginErrorReadLine();
            var answer = process.StandardOutput.ReadToEndAsync(cancellationToken);
            await SendAsync(process, document, cancellationToken);
            var text = await answer;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode != 0 || JsonSerializer.Deserialize(text, ReadingJson.Default.ReadingOutcome) is not { } outcome ? throw Unsafe()
                : outcome.Article ?? throw (outcome.Fault is { } fault ? new ArticleException(fault) : Unsafe());
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    internal static ProcessStartInfo StartInfo()
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "bot.exe" : "bot");
        var start = new ProcessStartInfo(program, Verb) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => !Inherited.Contains(name) && !name.StartsWith("DOTNET_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{MostMemory:X}";
        start.Environment["DOTNET_gcServer"] = "0";
        return start;
    }

    private async Task SendAsync(Process process, SourceDocument document, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ReadingRequest(document.FileName, document.ContentType, document.Url, document.Known, limits);
            var input = process.StandardInput.BaseStream;
            await input.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(request, ReadingJson.Default.ReadingRequest), cancellationToken);
            await input.WriteAsync("\n"u8.ToArray(), cancellationToken);
            await input.WriteAsync(document.Bytes, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had heard everything; its exit code tells.
        }
    }

    private static ArticleException Unsafe() => new(ArticleFaultKind.TooComplex);
}
