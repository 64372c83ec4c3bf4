using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace Bot.Articles.Parsing.Texts;

/// <summary>From bytes to text: byte order mark, then UTF-8, then what the document declares, then what its bytes look like.</summary>
internal static partial class TextDecoder
{
    private const int Head = 4096;
    private const int MostNuls = 50;
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> ControlCharacters = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code).Where(c => c is not ('\t' or '\n' or '\r' or '\f' or '\u0085'))));

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="mayDeclare">Whether the text itself may name its encoding, as HTML does.</param>
    /// <exception cref="ArticleException">Empty, no text at all, or in no encoding that can be made out.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType, bool mayDeclare)
    {
        if (bytes.IsEmpty)
        {
            throw new ArticleException(ArticleFaultKind.Empty);
        }

        var (encoding, mark) = ByMark(bytes);
        encoding ??= WideWithoutMark(bytes);
        if (encoding is null && bytes.Contains((byte)0))
        {
            // A browser passes over NULs in a page, so that whoever made it never saw them.
            bytes = mayDeclare && bytes.Count((byte)0) * MostNuls < bytes.Length ? bytes.ToArray().Where(value => value != 0).ToArray() : throw Binary();
        }

        encoding ??= IsUtf8(bytes) ? Encoding.UTF8 : Declared(bytes, contentType, mayDeclare) ?? Detected(bytes);
        var text = encoding.GetString(bytes[mark..]);
        Check(text);
        return text;
    }

    private static (Encoding? Encoding, int Length) ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    /// <summary>UTF-16 shows by its NULs, which in western text fill nearly every other byte.</summary>
    private static Encoding? WideWithoutMark(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Head)];
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }

        var most = head.Length / 2 * 0.6;
        return head.Length < 8 ? null
            : odd > most && even * 20 < odd ? Encoding.Unicode
            : even > most && odd * 20 < even ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>Valid UTF-8, or UTF-8 with so few faults that another encoding is out of the question.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, faults = 0;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                break;
            }

            bytes = bytes[ascii..];
            var valid = Rune.DecodeFromUtf8(bytes, out _, out var length) == OperationStatus.Done;
            _ = valid ? sequences++ : faults++;
            bytes = bytes[length..];
        }

        return faults * 50 <= sequences;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes, string? contentType, bool mayDeclare)
    {
        var name = contentType is null ? null : Charset().Match(contentType) is { Success: true } header ? header.Groups["name"].Value : null;
        if (name is null && mayDeclare)
        {
            var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
            name = Charset().Match(head) is { Success: true } meta ? meta.Groups["name"].Value : null;
        }

        return name is null ? null : ByName(name);
    }

    private static Encoding? ByName(string name)
    {
        // Whoever declares Latin-1 means Windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
        var meant = name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "latin-1" or "iso8859-1" or "us-ascii" or "ascii" ? "windows-1252" : name;
        try
        {
            var encoding = Encoding.GetEncoding(meant);

            // Bytes that are no UTF-8 or UTF-16 do not become so by declaration.
            return encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding ? null : encoding;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding Detected(ReadOnlySpan<byte> bytes)
    {
        var detected = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, 256 * 1024)].ToArray()).Detected;
        return detected is { Confidence: > 0.5f, Encoding: { } encoding } && encoding.CodePage != Encoding.ASCII.CodePage
            ? (encoding.CodePage == Encoding.Latin1.CodePage ? ByName("latin1")! : encoding)
            : Encoding.GetEncoding(1252);
    }

    private static void Check(string text)
    {
        int controls = 0, lost = 0, nuls = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var at = rest.IndexOfAny(ControlCharacters);
            if (at < 0)
            {
                break;
            }

            controls++;
            nuls += rest[at] == '\0' ? 1 : 0;
            rest = rest[(at + 1)..];
        }

        lost = text.AsSpan().Count(Replacement);
        if (nuls > 0 || controls * 100 > text.Length)
        {
            throw Binary();
        }

        if (lost * 50 > text.Length)
        {
            throw new ArticleException(ArticleFaultKind.UnknownEncoding);
        }

        if (text.AsSpan().IsWhiteSpace())
        {
            throw new ArticleException(ArticleFaultKind.Empty);
        }
    }

    private static ArticleException Binary() => new(ArticleFaultKind.Binary);

    [GeneratedRegex("charset\\s*=\\s*[\"']?\\s*(?<name>[\\w.:-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
