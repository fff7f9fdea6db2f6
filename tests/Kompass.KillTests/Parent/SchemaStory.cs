namespace Kompass.Kills;

/// <summary>Kills the child before each statement of the schema's set-up in turn, over one file, until a life gets through.</summary>
internal static class SchemaStory
{
    private const int MostStatements = 500;

    public static async Task<KillReport> RunAsync(CancellationToken cancellationToken)
    {
        var report = new KillReport();
        var folder = Directory.CreateTempSubdirectory("kompass-kills-schema-");
        try
        {
            for (var statement = 1; statement <= MostStatements; statement++)
            {
                var arguments = new ChildArguments(folder.FullName, null, 1, TimeSpan.Zero, TimeSpan.FromSeconds(30), $"sql:{statement}");
                var life = await Life.RunAsync(arguments, killAfter: null, cancellationToken);
                if (life.WasKilled)
                {
                    report.Count($"schema {life.Point}");
                }

                if (DatabaseFile.Fault(arguments.Database) is { } fault)
                {
                    report.Problems.Add($"After a kill before statement {statement} of the set-up: {fault}");
                }

                if (!life.WasKilled)
                {
                    report.Survived++;
                    if (!life.IsDone)
                    {
                        report.Problems.Add($"The life after {statement - 1} kills ended with {life.ExitCode}: {life.Output}");
                    }

                    return report;
                }
            }

            report.Problems.Add($"No life got through the set-up in {MostStatements} statements.");
            return report;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
