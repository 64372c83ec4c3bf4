using System.Collections.Immutable;
using System.Data.Common;
using Bot.Articles;

namespace Bot.Storage.Guilds;

/// <summary>The settings of every guild.</summary>
public sealed class GuildSettingsStore(Database database)
{
    private const string Select = """
        SELECT adding, adding_role, private, language, questions_per_person, questions_per_guild, kept_days
        FROM guild_settings WHERE guild = @guild
        """;

    public async Task<GuildSettings> GetAsync(GuildId guild, CancellationToken cancellationToken) =>
        Of(await database.QueryAsync(Select, Read, cancellationToken, ("@guild", Signed(guild))));

    /// <summary>Changes the settings as they stand, so that two managers at once do not undo one another.</summary>
    /// <returns>The new ones.</returns>
    public Task<GuildSettings> ChangeAsync(GuildId guild, Func<GuildSettings, GuildSettings> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                var changed = change(await GetAsync(transaction, guild, cancellationToken));
                await transaction.ExecuteAsync(
                    """
                    INSERT INTO guild_settings (guild, adding, adding_role, private, language, questions_per_person, questions_per_guild, kept_days)
                    VALUES (@guild, @adding, @role, @private, @language, @person, @all, @days)
                    ON CONFLICT (guild) DO UPDATE SET adding = excluded.adding, adding_role = excluded.adding_role, private = excluded.private,
                        language = excluded.language, questions_per_person = excluded.questions_per_person,
                        questions_per_guild = excluded.questions_per_guild, kept_days = excluded.kept_days
                    """,
                    cancellationToken,
                    ("@guild", Signed(guild)),
                    ("@adding", (long)changed.Adding),
                    ("@role", changed.AddingRole is { } role ? unchecked((long)role) : null),
                    ("@private", changed.Private ? 1L : 0L),
                    ("@language", changed.Language),
                    ("@person", (long?)changed.QuestionsPerPerson),
                    ("@all", (long?)changed.QuestionsPerGuild),
                    ("@days", (long)changed.KeptDays));
                return changed;
            },
            cancellationToken);

    private static async Task<GuildSettings> GetAsync(DbTransaction transaction, GuildId guild, CancellationToken cancellationToken) =>
        Of(await transaction.QueryAsync(Select, Read, cancellationToken, ("@guild", Signed(guild))));

    private static GuildSettings Of(ImmutableArray<GuildSettings> found) => found is [var settings] ? settings : new GuildSettings();

    private static GuildSettings Read(DbDataReader row) => new()
    {
        Adding = (Adding)row.GetInt64(0),
        AddingRole = row.IsDBNull(1) ? null : unchecked((ulong)row.GetInt64(1)),
        Private = row.GetInt64(2) != 0,
        Language = row.TextOrNull(3),
        QuestionsPerPerson = row.IsDBNull(4) ? null : (int)row.GetInt64(4),
        QuestionsPerGuild = row.IsDBNull(5) ? null : (int)row.GetInt64(5),
        KeptDays = (int)row.GetInt64(6),
    };

    private static long Signed(GuildId guild) => unchecked((long)guild.Value);
}
