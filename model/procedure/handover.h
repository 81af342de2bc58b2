// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"
#include "model/workspace/workspace.h"

#include <QStringList>

namespace jz {

/// What one who hands over (交接) tells the successor about a batch.
struct HandoverBatch
{
    QString name;
    QString body;
    QString call;               ///< what the call is named
    QList<LocalizedText> candidates; ///< a line for each, in ranking order, withdrawn ones last
    QList<LocalizedText> open;  ///< what is still to be done: what stands against sending, dossiers that were returned, units that owe something, parcels on the way
    QList<LocalizedText> sent;  ///< sendings and parcels, with their days
};

struct HandoverList
{
    QDate day;
    QString from;               ///< who hands over
    QList<HandoverBatch> batches;
    int dossiers = 0;           ///< being drafted in the workspace itself
};

/// Reads the workspace; nothing is changed. `now` is when deadlines are judged at. Throws as the stores; Error NotFound when the call of a batch is not installed.
HandoverList handoverList(Workspace& workspace, const QString& from, const QDateTime& now);

/// Writes everything into one file (a zip) for the successor: 交接清单.docx, and the workspace with all files. The key of the delivery mark and settings stay: the
/// successor is another sender. `out` appears whole or not at all; false when it was cancelled. `workspace` may be one that was opened to read. Throws Error as handoverList(), copyWorkspace() and writeBundle().
bool writeHandover(Workspace& workspace, const HandoverList& list, const QString& out, const WorkControl& control = {});

/// Whether a file looks like one that writeHandover() wrote; false for what is not there or cannot be read. Reads a table of contents, no more.
bool isHandover(const QString& file);

/// Name of the list in a workspace that was taken over.
QString handoverListName();

/// Opens such a file into `folder`, which then is a workspace, checked whole; the list lies in it as 交接清单.docx. Any file may be given. Throws Error Usage when the
/// folder is not empty, Malformed (no hand-over, damaged, or a workspace in which something does not hold; the folder is left empty then), and those of
/// unpackBundle() and Workspace; Cancelled.
void openHandover(const QString& file, const QString& folder, const WorkControl& control = {});

} // namespace jz
