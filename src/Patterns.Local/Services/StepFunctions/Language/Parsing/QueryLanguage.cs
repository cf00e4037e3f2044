namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>The field <c>QueryLanguage</c>.</summary>
internal static class QueryLanguage
{
    private static readonly string[] JsonataFields = ["Arguments", "Output", "Items"];

    /// <summary>Whether it is JSONPath; anything else is reported.</summary>
    public static bool IsSupported(FieldReader fields)
    {
        if (fields.Text("QueryLanguage") is not { } language || language == "JSONPath")
        {
            return true;
        }

        var field = fields.Find("QueryLanguage")!;
        fields.Report.Add(field, language == "JSONata"
            ? "The query language 'JSONata' is not supported yet"
            : "The value of field 'QueryLanguage' must be 'JSONPath' or 'JSONata'");
        return false;
    }

    /// <summary>Reports fields that the other query language has.</summary>
    public static void RefuseJsonata(FieldReader fields)
    {
        foreach (var name in JsonataFields)
        {
            fields.Refuse(name, $"Field '{name}' belongs to the query language 'JSONata', which is not supported yet");
        }
    }
}
