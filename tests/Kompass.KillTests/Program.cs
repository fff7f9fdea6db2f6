using Kompass.Kills;

return args switch
{
    ["child", .. var rest] when ChildArguments.Parse(rest) is { } child => await ChildProgram.RunAsync(child),
    ["node", .. var rest] when FleetArguments.Parse(rest) is { } fleet => await NodeProgram.RunAsync(fleet),
    ["starter", .. var rest] when FleetArguments.Parse(rest) is { } fleet => await StarterProgram.RunAsync(fleet),
    _ => await Command.RunAsync(args),
};
