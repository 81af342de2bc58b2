// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack_reader.h"

#include <QJsonObject>

namespace jz {

/// Checks `value` against a JSON Schema and appends every breach, the leaves only, to `problems`.
/// `file` and `pointer` say where the value stands.
struct SchemaSubject
{
    QString file;
    QString pointer;
    QJsonValue value;
};
void checkSchema(const SchemaSubject& subject, const QJsonObject& schema, CallPackProblems& problems);

/// A compiled-in schema by its name, e.g. `form`.
QJsonObject compiledInSchema(const QString& name);

} // namespace jz
