using System.Text;
using Bot.Articles.Parsing;

namespace Bot.Articles.Tests.Parsing;

/// <summary>Reads documents written in a test.</summary>
internal static class ReadingTestText
{
    public static Article Read(string text, string fileName = "article.txt") => Read(Encoding.UTF8.GetBytes(text), fileName);

    public static Article Read(byte[] bytes, string fileName = "article.txt", ReadingLimits? limits = null) =>
        new ArticleReader(limits).Read(new(bytes) { FileName = fileName }, TestContext.Current.CancellationToken);

    public static string Refusal(string text, string fileName, ReadingLimits? limits = null) => Refusal(Encoding.UTF8.GetBytes(text), fileName, limits);

    /// <summary>What was in the way of a document: its kind, then subject and number where it has them.</summary>
    public static string Refusal(byte[] bytes, string fileName = "article.txt", ReadingLimits? limits = null) =>
        Assert.Throws<ArticleException>(() => Read(bytes, fileName, limits)).Fault.ToString();
}
