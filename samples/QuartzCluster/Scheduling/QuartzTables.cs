using Microsoft.Extensions.Hosting;
using Npgsql;

namespace QuartzCluster;

/// <summary>
/// Makes the tables that Quartz 3 keeps its jobs in, where they are missing, in a schema of their own beside Kompass's. Nodes that start
/// together on an empty database wait for each other.
/// </summary>
internal sealed class QuartzTables(string connectionString) : IHostedService
{
    /// <summary>What Quartz writes before the name of each table.</summary>
    public const string Prefix = "quartz.qrtz_";

    // Any number that nothing else locks in this database.
    private const long Lock = 0x5155_4152_545A;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({Lock}); {Definition}", connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Names and columns are Quartz's. Each kind of trigger has a row in qrtz_triggers and one in the table of its kind.
    private const string Definition =
        """
        CREATE SCHEMA IF NOT EXISTS quartz;
        SET LOCAL search_path TO quartz;
        SET LOCAL client_min_messages TO warning;

        CREATE TABLE IF NOT EXISTS qrtz_job_details (
            sched_name text, job_name text, job_group text,
            description text, job_class_name text NOT NULL, job_data bytea,
            is_durable boolean NOT NULL, is_nonconcurrent boolean NOT NULL, is_update_data boolean NOT NULL, requests_recovery boolean NOT NULL,
            PRIMARY KEY (sched_name, job_name, job_group));

        CREATE TABLE IF NOT EXISTS qrtz_triggers (
            sched_name text, trigger_name text, trigger_group text,
            job_name text NOT NULL, job_group text NOT NULL,
            description text, trigger_state text NOT NULL, trigger_type text NOT NULL, priority integer,
            next_fire_time bigint, prev_fire_time bigint, start_time bigint NOT NULL, end_time bigint,
            calendar_name text, misfire_instr smallint, misfire_orig_fire_time bigint, job_data bytea,
            execution_group text, preferred_node text, preferred_node_auto boolean NOT NULL DEFAULT false,
            PRIMARY KEY (sched_name, trigger_name, trigger_group),
            FOREIGN KEY (sched_name, job_name, job_group) REFERENCES qrtz_job_details);
        CREATE INDEX IF NOT EXISTS qrtz_triggers_of_job ON qrtz_triggers (sched_name, job_name, job_group);
        CREATE INDEX IF NOT EXISTS qrtz_triggers_due ON qrtz_triggers (sched_name, trigger_state, next_fire_time);

        CREATE TABLE IF NOT EXISTS qrtz_simple_triggers (
            sched_name text, trigger_name text, trigger_group text,
            repeat_count bigint NOT NULL, repeat_interval bigint NOT NULL, times_triggered bigint NOT NULL,
            PRIMARY KEY (sched_name, trigger_name, trigger_group),
            FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES qrtz_triggers ON DELETE CASCADE);

        CREATE TABLE IF NOT EXISTS qrtz_cron_triggers (
            sched_name text, trigger_name text, trigger_group text,
            cron_expression text NOT NULL, time_zone_id text,
            PRIMARY KEY (sched_name, trigger_name, trigger_group),
            FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES qrtz_triggers ON DELETE CASCADE);

        CREATE TABLE IF NOT EXISTS qrtz_simprop_triggers (
            sched_name text, trigger_name text, trigger_group text,
            str_prop_1 text, str_prop_2 text, str_prop_3 text, int_prop_1 integer, int_prop_2 integer, long_prop_1 bigint, long_prop_2 bigint,
            dec_prop_1 numeric, dec_prop_2 numeric, bool_prop_1 boolean, bool_prop_2 boolean, time_zone_id text,
            PRIMARY KEY (sched_name, trigger_name, trigger_group),
            FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES qrtz_triggers ON DELETE CASCADE);

        CREATE TABLE IF NOT EXISTS qrtz_blob_triggers (
            sched_name text, trigger_name text, trigger_group text, blob_data bytea,
            PRIMARY KEY (sched_name, trigger_name, trigger_group),
            FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES qrtz_triggers ON DELETE CASCADE);

        CREATE TABLE IF NOT EXISTS qrtz_fired_triggers (
            sched_name text, entry_id text,
            trigger_name text NOT NULL, trigger_group text NOT NULL, job_name text, job_group text, instance_name text NOT NULL,
            fired_time bigint NOT NULL, sched_time bigint NOT NULL, priority integer NOT NULL, state text NOT NULL,
            is_nonconcurrent boolean, requests_recovery boolean, execution_group text,
            PRIMARY KEY (sched_name, entry_id));
        CREATE INDEX IF NOT EXISTS qrtz_fired_triggers_of_node ON qrtz_fired_triggers (sched_name, instance_name);

        CREATE TABLE IF NOT EXISTS qrtz_paused_trigger_grps (sched_name text, trigger_group text, PRIMARY KEY (sched_name, trigger_group));
        CREATE TABLE IF NOT EXISTS qrtz_calendars (sched_name text, calendar_name text, calendar bytea NOT NULL, PRIMARY KEY (sched_name, calendar_name));
        CREATE TABLE IF NOT EXISTS qrtz_locks (sched_name text, lock_name text, PRIMARY KEY (sched_name, lock_name));
        CREATE TABLE IF NOT EXISTS qrtz_scheduler_state (
            sched_name text, instance_name text, last_checkin_time bigint NOT NULL, checkin_interval bigint NOT NULL,
            PRIMARY KEY (sched_name, instance_name));
        """;
}
