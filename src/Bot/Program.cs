using Bot;
using Bot.Cli;
using Bot.Reading;

return args is [ReadingProcess.Verb]
    ? await ReadingVerb.RunAsync(StandardTerminal.OpenInput(), StandardTerminal.OpenOutput())
    : await BotCommandLine.RunAsync(args, StandardTerminal.Open());
