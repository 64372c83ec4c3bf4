using Microsoft.SemanticKernel;

namespace Bot.Answers.Generation;

/// <summary>Lets the model call functions so many times for one question, then tells it to answer, then stops it.</summary>
/// <param name="affordable">Whether the question may take any more tokens.</param>
internal sealed class ToolCallLimit(ModelUse use, int limit, Func<bool> affordable, Action<ChatMessageContent> count) : IAutoFunctionInvocationFilter
{
    private const int Patience = 2;
    private int _refused;

    public bool Exceeded => _refused > Patience;

    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        if (context.FunctionSequenceIndex == 0)
        {
            count(context.ChatMessageContent);
        }

        if (use.LookUps < limit && affordable())
        {
            use.LookUps++;
            using var activity = ModelTelemetry.StartTool(context.Function.Name);
            await next(context);
            return;
        }

        _refused++;
        context.Result = new FunctionResult(context.Function, "Nothing more can be looked up. Answer now from the paragraphs you have seen.");
        context.Terminate = Exceeded;
    }
}
