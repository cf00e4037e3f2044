using Patterns.Local.Services.StepFunctions;
using Patterns.Local.Services.StepFunctions.StateMachines;
using Patterns.Local.Templates;
using Patterns.Local.Templates.Schema;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class StateMachineProvisioner(StepFunctionsService workflows, PhysicalNames names, string templateDirectory) : IResourceProvisioner
{
    public string Type => StepFunctionsSchemas.StateMachineType;

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var type = StateMachineTypes.Parse(properties.Text("StateMachineType"));
        var definition = DefinitionSource.Read(resource, properties, templateDirectory);
        var parsed = DefinitionCheck.Parse(definition.Text, type);
        if (!parsed.IsValid)
        {
            throw new TemplateException([.. parsed.Diagnostics.Select(fault =>
                new Diagnostic(definition.LocationOf(fault), $"the definition of '{resource.LogicalId}' is not valid: {fault.Message.TrimEnd('.')} (at {fault.Location})"))]);
        }

        var machine = workflows.Machines.Create(new NewStateMachine(
            properties.Text("StateMachineName") ?? names.For(resource.LogicalId, StepFunctionsLimits.NameLength), definition.Text, properties.Required("RoleArn"))
        {
            Type = type,
            Tags = [.. properties.Maps("Tags").Select(tag => KeyValuePair.Create(tag.Required("Key"), tag.Text("Value") ?? ""))],
        });
        return Task.FromResult(new ProvisionedResource(machine.Arn)
        {
            Name = machine.Name,
            Attributes = new Dictionary<string, string> { ["Arn"] = machine.Arn, ["Name"] = machine.Name, ["StateMachineRevisionId"] = machine.Settings.RevisionId },
        });
    }
}
