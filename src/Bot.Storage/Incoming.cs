using System.Security.Cryptography;
using System.Text;
using Bot.Articles;
using Bot.Articles.Copies;

namespace Bot.Storage;

/// <summary>An article on its way into the record, with what can be told of it before the writers' turn is taken.</summary>
/// <param name="Original">The document as it came.</param>
/// <param name="Words">A hash, the same for the same paragraphs.</param>
internal sealed record Incoming(Article Article, ReadOnlyMemory<byte> Original, string Words, WordRuns Runs)
{
    /// <exception cref="ArgumentException">Paragraphs are not numbered from 1, or a quotation is not the text it points to.</exception>
    public static Incoming Of(Article article, ReadOnlyMemory<byte> original)
    {
        Check(article);
        return new Incoming(article, original, HashOf(article), WordRuns.Of(article));
    }

    /// <summary>What the rows rely on; a reader that breaks it must not get as far as the database.</summary>
    /// <exception cref="ArgumentException">Paragraphs are not numbered from 1, or a quotation is not the text it points to.</exception>
    private static void Check(Article article)
    {
        for (var i = 0; i < article.Paragraphs.Length; i++)
        {
            if (article.Paragraphs[i].Number != i + 1)
            {
                throw new ArgumentException("Paragraphs are not numbered from 1.", nameof(article));
            }
        }

        foreach (var quotation in article.Quotations)
        {
            if (article.Paragraph(quotation.Paragraph)?.Text is not { } text
                || quotation.Start < 0 || quotation.End > text.Length || quotation.Start > quotation.End
                || !text.AsSpan(quotation.Start, quotation.End - quotation.Start).SequenceEqual(quotation.Text))
            {
                throw new ArgumentException("A quotation is not the text it points to.", nameof(article));
            }
        }
    }

    /// <summary>The same for the same paragraphs.</summary>
    private static string HashOf(Article article)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var paragraph in article.Paragraphs)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(paragraph.Text));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
