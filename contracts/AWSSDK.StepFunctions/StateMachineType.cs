using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>What a state machine guarantees, and what it costs.</summary>
public class StateMachineType : ConstantClass
{
    public static readonly StateMachineType EXPRESS = new("EXPRESS");

    public static readonly StateMachineType STANDARD = new("STANDARD");

    public StateMachineType(string value)
        : base(value)
    {
    }

    public static implicit operator StateMachineType(string value) => FindValue(value);

    public static StateMachineType FindValue(string value) => FindValue<StateMachineType>(value);
}
