using OpenAI.Chat;

namespace Bot.Answers.Generation;

/// <summary>The shape of a draft as JSON Schema, for servers that can hold a model to it.</summary>
internal static class DraftFormat
{
    public static ChatResponseFormat Json { get; } = ChatResponseFormat.CreateJsonSchemaFormat(
        "draft",
        BinaryData.FromString("""
            {
              "type": "object",
              "properties": {
                "statements": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "text": { "type": "string" },
                      "evidence": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": { "paragraph": { "type": "integer" }, "quote": { "type": "string" } },
                          "required": ["paragraph", "quote"],
                          "additionalProperties": false
                        }
                      }
                    },
                    "required": ["text", "evidence"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["statements"],
              "additionalProperties": false
            }
            """),
        jsonSchemaIsStrict: true);
}
