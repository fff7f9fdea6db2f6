using Kompass.Kills;

return args is ["child", .. var rest] && ChildArguments.Parse(rest) is { } child
    ? await ChildProgram.RunAsync(child)
    : KillArguments.Parse(args) is { } asked
        ? await Command.RunAsync(asked)
        : KillArguments.ShowUsage();
