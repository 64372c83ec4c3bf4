using Bot.Articles;
using Bot.Storage.Answers;

namespace Bot.Commands.Answers;

/// <summary>Keeps answers for their buttons. One that cannot be kept is given all the same, without buttons.</summary>
internal sealed partial class AnswerKeeper(AnswerStore answers, ILogger<AnswerKeeper> logger)
{
    public async Task<bool> TryKeepAsync(AnswerRecord answer, CancellationToken cancellationToken)
    {
        try
        {
            await answers.AddAsync(answer, cancellationToken);
            return true;
        }
        catch (OperatorException unavailable)
        {
            Log.NotKept(logger, answer.Id, unavailable);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Answer {Answer} could not be kept; it has no buttons")]
        public static partial void NotKept(ILogger logger, ulong answer, Exception failure);
    }
}
