using System.Collections.Immutable;

namespace Bot.Articles;

/// <summary>Somebody an article quotes.</summary>
/// <param name="Name">The fullest name the article gives.</param>
/// <param name="Aliases">The other forms under which the article names them.</param>
/// <param name="Quotations">How many quotations are theirs.</param>
public sealed record Speaker(string Name, ImmutableArray<string> Aliases, string? Role, int Quotations);
