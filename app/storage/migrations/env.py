"""What alembic runs: the revisions, on the connection and in the transaction it is given.

Run by `app.storage.migrating`, or by a test or a developer who hands over a connection the same way.
"""

from __future__ import annotations

from alembic import context

from app.storage.tables import CATALOGUE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=CATALOGUE,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
