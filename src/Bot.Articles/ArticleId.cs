using System.Security.Cryptography;
using System.Text;

namespace Bot.Articles;

/// <summary>Ids of articles: eight characters that a person can read out, the same on every machine for the same source.</summary>
public static class ArticleId
{
    // Crockford's base 32: no i, l, o or u, so that nothing is mistaken for a digit. https://www.crockford.com/base32.html
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 8;

    /// <param name="source">The canonical URL, or the article's words when it has none.</param>
    public static string From(string source)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(source), hash);
        Span<char> id = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            id[i] = Alphabet[hash[i] & 31];
        }

        return new string(id);
    }
}
