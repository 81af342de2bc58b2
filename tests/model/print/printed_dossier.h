// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/dossier_paper.h"
#include "model/print/painter.h"

#include <QJsonObject>

namespace jz::test {

/// The sample's values as they stand in its file.
QJsonObject sampleValues();

/// A dossier laid out without attachments, and the fonts it was laid out with.
struct PrintedDossier
{
    explicit PrintedDossier(const QJsonObject& values, bool draft = false);

    CallPack pack;
    Dossier dossier;
    TextShaper shaper;
    Paper paper;

    QByteArray pdf();
    /// Text of all blocks of a field on all pages, joined without anything between.
    QString textOf(const QString& field) const;
};

/// Everything but white space.
QString withoutBlanks(const QString& text);

/// `pdftotext -raw` of a PDF, white space taken out.
QString rawText(const QByteArray& pdf);

} // namespace jz::test
