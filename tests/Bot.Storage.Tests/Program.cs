using System.Globalization;
using Bot.Storage.Tests;
using Xunit.Runner.InProc.SystemConsole;

// The tests, or the process that a test kills.
return args is [CrashWriter.Verb, var kind, var where, var folder, var seed]
    ? await CrashWriter.RunAsync(kind, where, folder, int.Parse(seed, CultureInfo.InvariantCulture))
    : await ConsoleRunner.Run(args);
