using Bot.Articles;

namespace Bot.Answers;

/// <summary>What somebody asks, and of which articles.</summary>
/// <param name="Text">Their words; personal data.</param>
/// <param name="Guild">Whose articles may be used.</param>
/// <param name="ArticleId">Only this article; null for all that the guild can see.</param>
public sealed record Question(string Text, GuildId Guild, string? ArticleId = null);
