using Paname.Testing;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>Shows how far an audit has come: a bar to a person, a line every few seconds to a log.</summary>
internal static class ProgressShown
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    internal static T While<T>(ToolSession session, string subject, Func<IProgress<AuditProgress>?, T> work)
    {
        if (session.Quiet)
        {
            return work(null);
        }

        return session.Context.Interactive ? Drawn(session, subject, work) : work(new Lines(session, subject));
    }

    private static T Drawn<T>(ToolSession session, string subject, Func<IProgress<AuditProgress>?, T> work)
        => session.Context.Progress().Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .Start(context => work(new Bar(context.AddTask(Markup.Escape(subject)))));

    private sealed class Bar(ProgressTask task) : IProgress<AuditProgress>
    {
        private readonly Lock _gate = new();

        public void Report(AuditProgress value)
        {
            lock (_gate)
            {
                task.Description = Markup.Escape(Text(value));
                task.MaxValue = Math.Max(1, value.Total);
                task.Value = value.Scored;
                task.IsIndeterminate = value.Work is not null;
            }
        }
    }

    private sealed class Lines(ToolSession session, string subject) : IProgress<AuditProgress>
    {
        private readonly Lock _gate = new();
        private readonly long _start = session.Context.Clock.GetTimestamp();
        private long _last = session.Context.Clock.GetTimestamp();

        public void Report(AuditProgress value)
        {
            TimeProvider clock = session.Context.Clock;
            lock (_gate)
            {
                long now = clock.GetTimestamp();
                if (clock.GetElapsedTime(_last, now) < Pause)
                {
                    return;
                }

                _last = now;
                session.Tell(FormattableString.Invariant($"paname: {subject}, {clock.GetElapsedTime(_start, now).TotalSeconds:N0} s: {Text(value)}"));
            }
        }
    }

    private static string Text(AuditProgress value) => value.Work ?? FormattableString.Invariant($"{value.Scored:N0} of {value.Total:N0} records scored");
}
