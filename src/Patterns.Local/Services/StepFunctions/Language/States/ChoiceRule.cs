using Patterns.Local.Services.StepFunctions.Language.Choices;
using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Language.States;

/// <summary>A rule of a Choice state.</summary>
/// <param name="Condition">When the rule matches.</param>
/// <param name="Next">Where it leads.</param>
/// <param name="Assign">The variables that it assigns in place of the state's; null for the state's.</param>
internal sealed record ChoiceRule(ChoiceCondition Condition, string Next, ObjectTemplate? Assign);
