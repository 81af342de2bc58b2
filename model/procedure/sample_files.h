// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

namespace jz {

/// The samples compiled in that show the program: names for copySample().
QStringList sampleNames();

/// Copies the values file of a sample into `folder` (made when it is not there) and makes the attachments it
/// names beside it: pictures for .jpg and .png, documents of two pages for .pdf, each saying that it is a
/// sample. Files that are there stay. Returns the path of the values file.
/// `photo` is the size of the pictures in pixels. Throws Error NotFound for an unknown name, NotWritable.
QString copySample(const QString& name, const QString& folder, QSize photo = {1600, 1200});

/// How the journal of a dossier says that it began as a sample: its first step's `via`.
QString sampleOrigin();

} // namespace jz
