namespace Kompass.Accounting.Sqlite;

/// <summary>The scripts of the schema, the first of which makes version 1. A script that was published never changes.</summary>
internal static class SqliteScripts
{
    private const string Version1 =
        """
        CREATE TABLE "{prefix}configurations" (
            "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            "id" TEXT NOT NULL,
            "version" INTEGER NOT NULL,
            "created_at" INTEGER NOT NULL,
            "remote_organisation_id" TEXT NULL,
            "settings" TEXT NOT NULL
        );
        CREATE UNIQUE INDEX "ux_{prefix}configurations_id" ON "{prefix}configurations" ("id");
        CREATE UNIQUE INDEX "ux_{prefix}configurations_remote_organisation" ON "{prefix}configurations" ("remote_organisation_id");

        CREATE TABLE "{prefix}configuration_organisations" (
            "kompass_organisation_id" TEXT NOT NULL PRIMARY KEY,
            "configuration_id" TEXT NOT NULL,
            "position" INTEGER NOT NULL
        );
        CREATE INDEX "ix_{prefix}configuration_organisations_configuration" ON "{prefix}configuration_organisations" ("configuration_id");

        CREATE TABLE "{prefix}credentials" (
            "id" TEXT NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "payload" BLOB NOT NULL
        );

        CREATE TABLE "{prefix}credential_leases" (
            "credential_id" TEXT NOT NULL PRIMARY KEY,
            "owner" TEXT NOT NULL,
            "expires_at" INTEGER NOT NULL
        );

        CREATE TABLE "{prefix}leases" (
            "remote_organisation_id" TEXT NOT NULL PRIMARY KEY,
            "owner" TEXT NOT NULL,
            "epoch" INTEGER NOT NULL,
            "expires_at" INTEGER NOT NULL
        );

        CREATE TABLE "{prefix}operations" (
            "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            "id" TEXT NOT NULL,
            "configuration_id" TEXT NOT NULL,
            "remote_organisation_id" TEXT NOT NULL,
            "run_id" TEXT NOT NULL,
            "record_kind" TEXT NOT NULL,
            "record_id" TEXT NOT NULL,
            "action" TEXT NOT NULL,
            "document_kind" TEXT NULL,
            "natural_key" TEXT NOT NULL,
            "record_hash" TEXT NOT NULL,
            "attempt_key" TEXT NOT NULL,
            "state" TEXT NOT NULL,
            "intended_at" INTEGER NOT NULL,
            "settled_at" INTEGER NULL,
            "remote_id" TEXT NULL,
            "evidence" TEXT NULL,
            "error" TEXT NULL
        );
        CREATE UNIQUE INDEX "ux_{prefix}operations_id" ON "{prefix}operations" ("id");
        CREATE INDEX "ix_{prefix}operations_record" ON "{prefix}operations" ("remote_organisation_id", "record_kind", "record_id");
        CREATE INDEX "ix_{prefix}operations_unsettled" ON "{prefix}operations" ("remote_organisation_id")
            WHERE state IN ('Intended', 'Unknown');

        CREATE TABLE "{prefix}holds" (
            "remote_organisation_id" TEXT NOT NULL,
            "record_kind" TEXT NOT NULL,
            "record_id" TEXT NOT NULL,
            "reason" TEXT NOT NULL,
            "detail" TEXT NOT NULL,
            "remedy" TEXT NOT NULL,
            "title" TEXT NOT NULL,
            "amount" TEXT NULL,
            "since" INTEGER NOT NULL,
            PRIMARY KEY ("remote_organisation_id", "record_kind", "record_id")
        );

        CREATE TABLE "{prefix}runs" (
            "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            "id" TEXT NOT NULL,
            "configuration_id" TEXT NOT NULL,
            "remote_organisation_id" TEXT NOT NULL,
            "started_at" INTEGER NOT NULL,
            "finished_at" INTEGER NULL,
            "outcome" TEXT NULL,
            "counts" TEXT NOT NULL,
            "message" TEXT NULL
        );
        CREATE UNIQUE INDEX "ux_{prefix}runs_id" ON "{prefix}runs" ("id");
        CREATE INDEX "ix_{prefix}runs_configuration" ON "{prefix}runs" ("configuration_id", "started_at");

        CREATE TABLE "{prefix}cursors" (
            "remote_organisation_id" TEXT NOT NULL,
            "name" TEXT NOT NULL,
            "value" TEXT NOT NULL,
            PRIMARY KEY ("remote_organisation_id", "name")
        );

        CREATE TABLE "{prefix}contact_links" (
            "remote_organisation_id" TEXT NOT NULL,
            "client_id" TEXT NOT NULL,
            "remote_contact_id" TEXT NOT NULL,
            "origin" TEXT NOT NULL,
            "created_at" INTEGER NOT NULL,
            "created_by" TEXT NOT NULL,
            "record_hash" TEXT NULL,
            "sent_name" TEXT NULL,
            "is_shared" INTEGER NOT NULL,
            PRIMARY KEY ("remote_organisation_id", "client_id")
        );
        CREATE UNIQUE INDEX "ux_{prefix}contact_links_contact" ON "{prefix}contact_links" ("remote_organisation_id", "remote_contact_id")
            WHERE NOT is_shared;
        CREATE INDEX "ix_{prefix}contact_links_contact" ON "{prefix}contact_links" ("remote_organisation_id", "remote_contact_id");

        CREATE TABLE "{prefix}contact_decisions" (
            "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            "remote_organisation_id" TEXT NOT NULL,
            "client_id" TEXT NULL,
            "remote_contact_id" TEXT NULL,
            "decision" TEXT NOT NULL,
            "decided_at" INTEGER NOT NULL,
            "decided_by" TEXT NOT NULL
        );
        CREATE UNIQUE INDEX "ux_{prefix}contact_decisions_client" ON "{prefix}contact_decisions" ("remote_organisation_id", "client_id");
        CREATE UNIQUE INDEX "ux_{prefix}contact_decisions_contact" ON "{prefix}contact_decisions" ("remote_organisation_id", "remote_contact_id");

        CREATE TABLE "{prefix}document_links" (
            "remote_organisation_id" TEXT NOT NULL,
            "invoice_id" TEXT NOT NULL,
            "remote_document_id" TEXT NOT NULL,
            "kind" TEXT NOT NULL,
            "number" TEXT NULL,
            "client_id" TEXT NULL,
            "currency" TEXT NOT NULL,
            "date" TEXT NOT NULL,
            "gross" TEXT NOT NULL,
            "record_hash" TEXT NOT NULL,
            "remote_updated_at" INTEGER NOT NULL,
            "is_voided" INTEGER NOT NULL,
            "allocated_to" TEXT NULL,
            "created_at" INTEGER NOT NULL,
            PRIMARY KEY ("remote_organisation_id", "invoice_id")
        );
        CREATE UNIQUE INDEX "ux_{prefix}document_links_document" ON "{prefix}document_links" ("remote_organisation_id", "remote_document_id");

        CREATE TABLE "{prefix}code_mappings" (
            "remote_organisation_id" TEXT NOT NULL,
            "kind" TEXT NOT NULL,
            "kompass_code" TEXT NOT NULL,
            "remote_key" TEXT NOT NULL,
            PRIMARY KEY ("remote_organisation_id", "kind", "kompass_code")
        );

        CREATE TABLE "{prefix}mirror_contacts" (
            "remote_organisation_id" TEXT NOT NULL,
            "remote_contact_id" TEXT NOT NULL,
            "name" TEXT NOT NULL,
            "status" TEXT NOT NULL,
            "updated_at" INTEGER NOT NULL,
            "payload" TEXT NOT NULL,
            PRIMARY KEY ("remote_organisation_id", "remote_contact_id")
        );

        CREATE TABLE "{prefix}mirror_watermarks" (
            "remote_organisation_id" TEXT NOT NULL PRIMARY KEY,
            "watermark" INTEGER NOT NULL
        );

        CREATE TABLE "{prefix}reconciliations" (
            "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            "id" TEXT NOT NULL,
            "configuration_id" TEXT NOT NULL,
            "remote_organisation_id" TEXT NOT NULL,
            "organisations" TEXT NOT NULL,
            "created_at" INTEGER NOT NULL,
            "requested_by" TEXT NOT NULL,
            "rows" TEXT NOT NULL
        );
        CREATE UNIQUE INDEX "ux_{prefix}reconciliations_id" ON "{prefix}reconciliations" ("id");
        CREATE INDEX "ix_{prefix}reconciliations_latest" ON "{prefix}reconciliations" ("configuration_id", "remote_organisation_id", "created_at");
        """;

    private const string Version2 =
        """
        ALTER TABLE "{prefix}document_links" ADD COLUMN "sent_total" TEXT NULL;
        ALTER TABLE "{prefix}document_links" ADD COLUMN "standing" TEXT NULL;
        ALTER TABLE "{prefix}contact_links" ADD COLUMN "drift" TEXT NULL;
        ALTER TABLE "{prefix}runs" ADD COLUMN "tie_out" TEXT NULL;

        CREATE TABLE "{prefix}skips" (
            "remote_organisation_id" TEXT NOT NULL,
            "record_kind" TEXT NOT NULL,
            "record_id" TEXT NOT NULL,
            "title" TEXT NOT NULL,
            "record_hash" TEXT NOT NULL,
            "skipped_by" TEXT NOT NULL,
            "skipped_at" INTEGER NOT NULL,
            "reason" TEXT NOT NULL,
            PRIMARY KEY ("remote_organisation_id", "record_kind", "record_id")
        );

        CREATE TABLE "{prefix}audit" (
            "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            "at" INTEGER NOT NULL,
            "actor" TEXT NOT NULL,
            "action" TEXT NOT NULL,
            "configuration_id" TEXT NULL,
            "remote_organisation_id" TEXT NULL,
            "record_kind" TEXT NULL,
            "record_id" TEXT NULL,
            "reason" TEXT NULL,
            "earlier" TEXT NULL,
            "later" TEXT NULL
        );
        CREATE INDEX "ix_{prefix}audit_configuration" ON "{prefix}audit" ("configuration_id", "sequence");
        CREATE INDEX "ix_{prefix}audit_record" ON "{prefix}audit" ("remote_organisation_id", "record_kind", "record_id");
        """;

    private const string Version3 =
        """
        ALTER TABLE "{prefix}document_links" ADD COLUMN "undone_by" TEXT NULL;
        ALTER TABLE "{prefix}document_links" ADD COLUMN "stored_digest" TEXT NULL;

        CREATE TABLE "{prefix}imports" (
            "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            "id" TEXT NOT NULL,
            "configuration_id" TEXT NOT NULL,
            "remote_organisation_id" TEXT NOT NULL,
            "created_at" INTEGER NOT NULL,
            "requested_by" TEXT NOT NULL,
            "content" TEXT NOT NULL,
            "reverted_at" INTEGER NULL,
            "reverted_by" TEXT NULL
        );
        CREATE UNIQUE INDEX "ux_{prefix}imports_id" ON "{prefix}imports" ("id");
        """;

    private const string Version4 =
        """
        CREATE INDEX "ix_{prefix}operations_run" ON "{prefix}operations" ("run_id");
        CREATE INDEX "ix_{prefix}operations_settled" ON "{prefix}operations" ("remote_organisation_id", "settled_at");
        CREATE INDEX "ix_{prefix}runs_organisation" ON "{prefix}runs" ("remote_organisation_id", "started_at");

        CREATE TABLE "{prefix}archived_operations" (
            "sequence" INTEGER NOT NULL PRIMARY KEY,
            "id" TEXT NOT NULL,
            "configuration_id" TEXT NOT NULL,
            "remote_organisation_id" TEXT NOT NULL,
            "run_id" TEXT NOT NULL,
            "record_kind" TEXT NOT NULL,
            "record_id" TEXT NOT NULL,
            "action" TEXT NOT NULL,
            "document_kind" TEXT NULL,
            "natural_key" TEXT NOT NULL,
            "record_hash" TEXT NOT NULL,
            "attempt_key" TEXT NOT NULL,
            "state" TEXT NOT NULL,
            "intended_at" INTEGER NOT NULL,
            "settled_at" INTEGER NULL,
            "remote_id" TEXT NULL,
            "evidence" TEXT NULL,
            "error" TEXT NULL
        );
        CREATE INDEX "ix_{prefix}archived_operations_record"
            ON "{prefix}archived_operations" ("remote_organisation_id", "record_kind", "record_id");
        CREATE INDEX "ix_{prefix}archived_operations_run" ON "{prefix}archived_operations" ("run_id");

        CREATE TABLE "{prefix}archived_runs" (
            "sequence" INTEGER NOT NULL PRIMARY KEY,
            "id" TEXT NOT NULL,
            "configuration_id" TEXT NOT NULL,
            "remote_organisation_id" TEXT NOT NULL,
            "started_at" INTEGER NOT NULL,
            "finished_at" INTEGER NULL,
            "outcome" TEXT NULL,
            "counts" TEXT NOT NULL,
            "message" TEXT NULL,
            "tie_out" TEXT NULL
        );
        CREATE INDEX "ix_{prefix}archived_runs_configuration" ON "{prefix}archived_runs" ("configuration_id", "started_at");

        CREATE TABLE "{prefix}revisions" (
            "remote_organisation_id" TEXT NOT NULL PRIMARY KEY,
            "revision" INTEGER NOT NULL
        );
        """;

    private const string Version5 =
        """
        CREATE TABLE "{prefix}inbox" (
            "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            "remote_organisation_id" TEXT NOT NULL,
            "kind" TEXT NOT NULL,
            "remote_id" TEXT NOT NULL,
            "changed_at" INTEGER NOT NULL,
            "stored_at" INTEGER NOT NULL
        );
        CREATE UNIQUE INDEX "ux_{prefix}inbox_record" ON "{prefix}inbox" ("remote_organisation_id", "kind", "remote_id");
        """;

    public static IReadOnlyList<string> All { get; } = [Version1, Version2, Version3, Version4, Version5];
}
