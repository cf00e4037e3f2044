using Patterns.Local.Templates.Intrinsics;
using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Parsing;
using Patterns.Local.Templates.References;
using Patterns.Local.Templates.Sam;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates;

/// <summary>Reads a SAM or CloudFormation template, YAML or JSON, into a <see cref="StackModel"/>.</summary>
internal sealed class TemplateReader
{
    private readonly DiagnosticBag _diagnostics = new();
    private readonly DiagnosticBag _warnings = new();
    private readonly string _path;
    private readonly string _directory;
    private readonly TemplateParameters _given;
    private readonly TemplateDocument _document;
    private readonly TemplateScope _scope;
    private readonly Folding _folding;

    private TemplateReader(string path, TemplateParameters given)
    {
        _path = TemplateFile.Locate(path, _diagnostics);
        _directory = Path.GetDirectoryName(_path)!;
        _given = given;
        _document = new TemplateDocument(TemplateFile.Parse(_path, _diagnostics), _diagnostics, _warnings);
        _scope = ReadScope();
        _folding = new Folding(_scope, _diagnostics);
    }

    private string Name => _given.StackName ?? StackName.FromFolder(_directory);

    /// <summary>Reads the template at <paramref name="path"/>, which is a file or a folder with a <c>template.yaml</c>.</summary>
    /// <exception cref="TemplateException">The template cannot be run; carries all mistakes at once.</exception>
    public static StackModel Read(string path, TemplateParameters parameters)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(parameters);
        return new TemplateReader(path, parameters).Read();
    }

    private TemplateScope ReadScope()
    {
        var file = SourceLocation.Of(Path.GetFileName(_path));
        var parameters = new ParameterSection(_document.Section("Parameters"), _given, file, _diagnostics).Read();
        var pseudo = new PseudoParameters(_given.Region, _given.AccountId, Name);
        var scope = new TemplateScope(parameters, pseudo, _document.Section("Mappings"));
        scope.Use(new ConditionEvaluator(_document.Section("Conditions"), scope, _diagnostics));
        return scope;
    }

    private StackModel Read()
    {
        var globals = new GlobalsMerge(_document, _diagnostics);
        var declared = new ResourceSection(_document, _diagnostics).Read().Select(globals.Apply).ToList();
        foreach (var resource in declared)
        {
            DerivedReferences.Declare(resource, _folding);
        }

        var resources = Expand(declared, globals);
        var names = new KnownNames(_scope, declared, resources);
        var outputs = new OutputSection(_document.Section("Outputs"), _folding, _diagnostics);
        CheckWritten(declared, outputs.Written, names);
        var model = Build(resources, outputs.Read(), names);
        _diagnostics.ThrowIfAny();
        return model;
    }

    private IReadOnlyCollection<StackResource> Expand(IEnumerable<ResourceDeclaration> declared, GlobalsMerge globals)
    {
        var (httpApiGlobals, restApiGlobals) = (_folding.FoldMapping(globals.For("HttpApi")), _folding.FoldMapping(globals.For("Api")));
        var folded = declared.Where(IsIncluded).Select(resource => resource with { Properties = _folding.FoldMapping(resource.Properties) }).ToList();
        var expansion = new Expansion(_directory, new ApiDeclarations(httpApiGlobals, restApiGlobals, folded), _diagnostics, _warnings);
        var expand = new ResourceExpansion(expansion);
        folded.ForEach(expand.Expand);

        return expansion.Resources;
    }

    private bool IsIncluded(ResourceDeclaration resource) =>
        resource.Condition is not { } condition || _scope.Conditions.Holds(condition.Text, condition.Location) != false;

    private void CheckWritten(IEnumerable<ResourceDeclaration> declared, IEnumerable<TemplateNode> outputs, KnownNames names)
    {
        var check = new ReferenceCheck(names, _diagnostics);
        foreach (var resource in declared)
        {
            check.Check(resource.Properties);
            foreach (var name in resource.DependsOn)
            {
                check.CheckDependsOn(name);
            }
        }

        foreach (var condition in _document.Section("Conditions").Entries)
        {
            _scope.Conditions.Holds(condition.Key, condition.KeyLocation);
        }

        foreach (var output in outputs)
        {
            check.Check(output);
        }
    }

    private StackModel Build(IReadOnlyCollection<StackResource> resources, IReadOnlyList<StackOutput> outputs, KnownNames names)
    {
        CheckFolded(resources, outputs, names);
        return new StackModel
        {
            Name = Name,
            TemplatePath = _path,
            TemplateDirectory = _directory,
            Parameters = _scope.Parameters,
            Resources = new DependencyOrder(names, _diagnostics).Sort(resources),
            Outputs = outputs,
            Warnings = _warnings.InOrder(),
            Evaluator = new TemplateEvaluator(_scope),
        };
    }

    private void CheckFolded(IReadOnlyCollection<StackResource> resources, IReadOnlyList<StackOutput> outputs, KnownNames names)
    {
        var secrets = new SecretCheck(_diagnostics);
        foreach (var emulated in resources.Where(resource => resource.Support == ResourceSupport.Emulated))
        {
            secrets.Check(emulated.Properties);
        }

        var leftOut = new LeftOutCheck(names, _diagnostics);
        foreach (var folded in resources.Select(resource => (TemplateNode)resource.Properties).Concat(outputs.Select(output => output.Value)))
        {
            leftOut.Check(folded);
        }
    }
}
