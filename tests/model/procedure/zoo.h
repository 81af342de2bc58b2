// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exchange/values_file.h"
#include "model/pdf/attachment_source.h"
#include "model/pdf/embedded_files.h"
#include "model/procedure/dossier_output.h"
#include "tests/model/pdf/pdf_fixtures.h"
#include "tests/support/boost_test.h"

namespace jz::test {

/// Files as people throw them at the program, in a folder of their own, and the one dossier they all stand
/// in.
class Zoo
{
public:
    Zoo();

    QString file(const QString& name) const { return m_folder.file(name); }
    QString folder() const { return m_folder.path(); }
    /// Runs a program with its arguments in the folder; it must succeed. "@x" means the file x of the folder.
    void make(const QString& program, const QStringList& arguments) const;
    /// base.png: 480 × 360, red and green above, blue and yellow below.
    QString base() const { return file(QStringLiteral("base.png")); }

    /// Puts a file of the folder into the dossier; `use` has kind, pages, turn and the like as in a values
    /// file.
    void add(const QString& name, const QJsonObject& use = {});
    /// The findings about the attachments, as `check` has them.
    Findings check() const;
    /// Prints the dossier to dossier.pdf and draws its pages. Findings of severity error fail the test.
    const WrittenDossier& render();

    /// Of all pages of an attachment that was added.
    int pagesOf(const QString& name) const;
    QImage page(const QString& name, int page = 0) const;
    /// The colours of its quarters, clockwise from the upper left, for a picture or page of that shape that
    /// stands fitted into a page of the paper.
    QString corners(const QString& name, const QSizeF& shape = {4, 3}, int page = 0) const;

private:
    ValuesFile read() const;

    ScratchFolder m_folder;
    QJsonArray m_items;
    QStringList m_names;
    WrittenDossier m_written;
};

/// The colours of quarters stored as base.png has them, shown with an EXIF orientation of 1 to 8.
QString shownCorners(int orientation);

/// The paper is kept as JUANZONG_ZOO/<name>.pdf when that variable names a folder: for looking at.
void keepForLooking(const QString& pdf, const QString& name);

} // namespace jz::test
