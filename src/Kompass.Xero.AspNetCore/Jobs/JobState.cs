namespace Kompass.Xero.AspNetCore;

internal enum JobState
{
    Waiting,
    Running,
    Done,
    Failed,
}
