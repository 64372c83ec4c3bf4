using Bot.Answers.Quoting;
using Bot.Articles.Fetching;
using Bot.Commands;
using Bot.Commands.Answers;
using Bot.Commands.Ask;
using Bot.Commands.CheckQuote;
using Bot.Commands.Help;
using Bot.Commands.Library;
using Bot.Commands.Privacy;
using Bot.Commands.Quotes;
using Bot.Commands.Settings;
using Bot.Commands.Summaries;
using Bot.Configuration;
using Bot.Discord;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Health;
using Bot.Messages;
using Bot.Recovery;
using Bot.Requests;
using Bot.Storage;
using Bot.Storage.Guilds;
using Bot.Telemetry;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>The bot in Discord: over the gateway, or over HTTP interactions behind an address of one's own.</summary>
internal static class DiscordHost
{
    // Handlers get 20 seconds to end and the people behind the rest 10 to be told (InteractionWorkerOptions.DrainTime, InteractionWorker); then sessions are saved.
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(40);

    /// <summary>Open it before it is started.</summary>
    /// <param name="adjust">The last word on the services; null for none.</param>
    public static WebApplication Build(IConfiguration configuration, Network network, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsoleLines(builder.Configuration, toStandardError: false);
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTime);
        builder.Services.AddBot(builder.Configuration, network).AddDiscord(builder.Configuration).AddTelemetry(builder.Configuration).AddHealth();
        adjust?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapHealth();
        var discord = app.Services.GetRequiredService<IOptions<DiscordOptions>>().Value;
        if (discord.Mode == DiscordMode.Http)
        {
            app.MapDiscordInteractions(
                "/interactions",
                new RequestSignature(discord.PublicKey!),
                interaction => app.Services.GetRequiredService<InteractionWorker>().TryAcknowledgeAsync(interaction));
        }
        else if (configuration["urls"] is null)
        {
            // Over the gateway nothing needs to reach the bot; it listens for health checks where it is told to, else on any free port of this machine only.
            app.Urls.Add("http://127.0.0.1:0");
        }

        return app;
    }

    /// <summary>Says, also when the bot has ended, whether Discord would not let it in, which starting again does not mend.</summary>
    public static Func<bool> Refusal(IServiceProvider services)
    {
        var (gateway, registration) = (services.GetService<GatewayService>(), services.GetRequiredService<RegistrationRecord>());
        return () => gateway?.Refusal is not null || registration.IsRefused;
    }

    private static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = DataFolder.Of(configuration);
        services.AddSingleton(new DiscordRestOptions());
        services.AddSingleton(provider => new DiscordRest(
            provider.GetRequiredService<IOptions<DiscordOptions>>().Value,
            provider.GetRequiredService<DiscordRestOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DiscordRest>>()));
        services.AddSingleton(provider => new SignedCustomIds(provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Token));
        services.AddSingleton(new InteractionWorkerOptions());
        services.AddSingleton<IFailureSentences, FailureSentences>();
        services.AddSingleton<AnswerKeeper>().AddSingleton<AnswerButtons>().AddSingleton<RetryOffer>();
        services.AddSingleton<QuestionDesk>().AddSingleton<SummaryDesk>().AddSingleton<Introduction>().AddSingleton<EarlierAnswers>().AddSingleton<MessageReplies>().AddSingleton<AnswerActions>();
        services.AddSingleton<RequestContexts>();
        services.AddSingleton<AskCommand>().AddSingleton<AskAboutCommand>().AddSingleton<QuotesCommand>().AddSingleton<SummaryCommand>().AddSingleton<QuoteCheck>().AddSingleton<CheckQuoteCommand>().AddSingleton<HelpCommand>().AddSingleton<GuildArticles>();
        services.AddSingleton(provider => CommandRegistry.Handlers(
            provider.GetRequiredService<AskCommand>(),
            provider.GetRequiredService<AskAboutCommand>(),
            provider.GetRequiredService<AnswerActions>(),
            provider.GetRequiredService<QuotesCommand>(),
            provider.GetRequiredService<SummaryCommand>(),
            provider.GetRequiredService<CheckQuoteCommand>(),
            provider.GetRequiredService<HelpCommand>(),
            provider.GetRequiredService<GuildArticles>()).AddOperations(
            provider.GetRequiredService<SettingsCommand>(),
            provider.GetRequiredService<ArticleShow>(),
            provider.GetRequiredService<ArticleAdding>(),
            provider.GetRequiredService<ChannelArticleCommand>(),
            provider.GetRequiredService<ReadingOffer>(),
            provider.GetRequiredService<ArticleRemoval>(),
            provider.GetRequiredService<ForgetCommand>(),
            provider.GetRequiredService<GuildArticles>()));
        services.AddOperations();
        services.AddSingleton<InteractionWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<InteractionWorker>());
        services.AddHostedService<IndexFollower>();
        services.AddHostedService<VectorFollower>();
        services.AddSingleton<InteractionRehearsal>();
        services.AddHostedService<WarmUp>();
        services.AddSingleton(new RegistrationRecord(Path.Combine(folder, "commands.json"))).AddSingleton<CommandMentions>();
        services.AddHostedService<CommandRegistration>();
        if (configuration.GetValue<DiscordMode>("Discord:Mode") == DiscordMode.Gateway)
        {
            services.AddHostedService<GatewayListener>();
            services.AddHostedService<MentionListener>();
            services.AddShardSharing(Path.Combine(folder, "gateway")).AddDiscordGateway(Path.Combine(folder, "gateway"));
        }

        return services;
    }

    /// <summary>Settings, limits, and what is left unfinished.</summary>
    private static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<GuildSettingsStore>().AddSingleton<ChannelArticles>().AddSingleton<QuotaStore>().AddSingleton<QuotaGate>();
        services.AddSingleton<ArticleTitles>().AddSingleton<ArticleShow>().AddSingleton<ChannelArticleCommand>().AddSingleton<ArticleRemoval>();
        services.AddSingleton<ArticleAdding>().AddSingleton<ReadingOffer>().AddSingleton<SettingsCommand>().AddSingleton<ForgetCommand>().AddSingleton<ExampleQuestions>();
        services.AddHostedService<Retention>();
        services.AddSingleton<PendingInteractions>();
        services.AddSingleton(provider => new EncryptedInteractions(
            provider.GetRequiredService<PendingInteractions>(),
            provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Token!,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IInteractionRecord>(provider => provider.GetRequiredService<EncryptedInteractions>());
        services.AddHostedService<InteractionRecovery>();
    }
}
