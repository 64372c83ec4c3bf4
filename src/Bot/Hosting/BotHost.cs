using Bot.Answers;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Generation;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Articles.Fetching;
using Bot.Articles.Parsing;
using Bot.Configuration;
using Bot.Reading;
using Bot.Search;
using Bot.Search.Vectors;
using Bot.Storage;
using Bot.Storage.Answers;
using Bot.Storage.Postgres;
using Bot.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>What the bot is made of.</summary>
internal static class BotHost
{
    /// <summary>For one verb of the command line: no hosted service, and warnings on standard error.</summary>
    public static IHost ForVerb(IConfiguration configuration, Network network)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddConsoleLines(builder.Configuration, toStandardError: true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddBot(builder.Configuration, network);
        return builder.Build();
    }

    /// <summary>Tries the bounds of every setting and opens the database. Until then nothing that needs it can be had.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    /// <exception cref="OperatorException">The database cannot be opened.</exception>
    public static async Task OpenAsync(this IHost host, CancellationToken cancellationToken)
    {
        var services = host.Services;
        services.GetRequiredService<IStartupValidator>().Validate();
        services.GetRequiredService<Opening>().Database = await OpenDatabaseAsync(
            services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IOptions<StorageOptions>>().Value, cancellationToken);

        // From now on the container has it, and closes it.
        _ = services.GetRequiredService<Database>();
    }

    /// <summary>Everything that the command line and Discord have in common.</summary>
    /// <exception cref="OptionsValidationException">There are settings that nothing can read.</exception>
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration, Network network)
    {
        services.AddBotOptions(configuration);
        services.AddSingleton(TimeProvider.System).AddLogging();
        services.AddSingleton<Opening>();
        services.AddSingleton(provider => provider.GetRequiredService<Opening>().Database ?? throw new InvalidOperationException("The database is not open yet."));
        services.AddSingleton<IArticleLibrary, ArticleLibrary>();
        services.AddSingleton<AnswerStore>();
        services.AddSingleton(provider => new LibraryIndexer(
            provider.GetRequiredService<IArticleLibrary>(),
            Path.Combine(DataFolder.Of(configuration), "index"),
            provider.GetRequiredService<ILogger<LibraryIndexer>>()));
        services.AddArticles(network);
        services.AddSingleton<IPassageVectors, PassageVectors>();
        services.AddSingleton<SemanticSearch>().AddSingleton<VectorKeeper>();
        services.AddSingleton(provider => new PassageFinder(provider.GetRequiredService<LibraryIndexer>(), provider.GetRequiredService<SemanticSearch>()));
        services.AddSingleton(provider => new SentenceMeanings(provider.GetRequiredService<SentenceModel>(), provider.GetRequiredService<IPassageVectors>()));
        services.AddSingleton<ArticleCache>();
        services.AddSingleton<ISentenceMeanings>(provider => provider.GetRequiredService<SentenceMeanings>());
        services.AddSingleton<IStatementVectors>(provider => provider.GetRequiredService<SentenceMeanings>());
        services.AddSingleton<ExtractiveAnswerer>();
        services.AddSingleton(provider =>
        {
            var answerer = new Answerer(
                provider.GetRequiredService<IArticleLibrary>(),
                provider.GetRequiredService<ArticleCache>(),
                provider.GetRequiredService<PassageFinder>(),
                provider.GetRequiredService<ExtractiveAnswerer>(),
                HasModel(provider) ? provider.GetRequiredService<ModelAnswerer>() : null,
                provider.GetRequiredService<SentenceMeanings>());
            provider.GetRequiredService<LibraryIndexer>().WhenRemoved = answerer.Forget;
            return answerer;
        });
        services.AddSingleton(provider => new Summarizer(HasModel(provider) ? provider.GetRequiredService<ModelSummarizer>() : null, provider.GetRequiredService<SentenceMeanings>()));
        services.AddSingleton(provider => new QuestionRewriter(HasModel(provider) ? provider.GetRequiredService<ModelRewriter>() : null));
        services.AddSingleton<QuestionService>();
        services.AddSingleton<ArticleResolver>();
        return services;
    }

    /// <summary>Everything between an address, a file or a text and an article.</summary>
    private static void AddArticles(this IServiceCollection services, Network network)
    {
        services.AddSingleton(network);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ReadingLimits>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FetchLimits>>().Value);
        services.AddSingleton<ArticleReader>();
        services.AddSingleton<ArticleFetcher>();
        services.AddSingleton(provider => new ArticleIntake(
            provider.GetRequiredService<ArticleFetcher>(),
            provider.GetRequiredService<ArticleReader>(),
            provider.GetRequiredService<ReadingLimits>(),
            provider.GetRequiredService<TimeProvider>(),
            new ReadingProcess(provider.GetRequiredService<ReadingLimits>()).ReadAsync));
    }

    private static bool HasModel(IServiceProvider provider) => provider.GetRequiredService<IOptions<ModelOptions>>().Value.IsConfigured;

    /// <summary>The database of the configuration, with the built-in article in it the first time.</summary>
    /// <exception cref="OperatorException">It cannot be opened.</exception>
    public static async Task<Database> OpenDatabaseAsync(IConfiguration configuration, StorageOptions options, CancellationToken cancellationToken)
    {
        Database database = options.Kind == StorageKind.Postgres
            ? await PostgresDatabase.OpenAsync(options.ConnectionString!, TimeProvider.System, cancellationToken)
            : await SqliteDatabase.OpenAsync(options.Path ?? Path.Combine(DataFolder.Of(configuration), "articles.db"), TimeProvider.System, cancellationToken);
        try
        {
            await AddBuiltInAsync(database, cancellationToken);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private static async Task AddBuiltInAsync(Database database, CancellationToken cancellationToken)
    {
        VectorBlock? vectors = null;
        await new ArticleLibrary(database, TimeProvider.System).AddOnceAsync("built-in", Read, cancellationToken);
        if (vectors is not null)
        {
            var version = new ArticleVersion(GuildId.Everyone, BuiltInArticle.Read().Id, 1);
            await new PassageVectors(database).PutAsync(VectorSource.OwnModel, new Dictionary<ArticleVersion, VectorBlock> { [version] = vectors }, cancellationToken);
        }

        ArticleWithOriginal Read()
        {
            var article = BuiltInArticle.Read();
            vectors = BuiltInVectors.Read(article);
            return new ArticleWithOriginal(article, BuiltInArticle.Document.Bytes);
        }
    }

    /// <summary>Carries the database, whose opening waits and may fail, to the container.</summary>
    private sealed class Opening
    {
        public Database? Database { get; set; }
    }
}
