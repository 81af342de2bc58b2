// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/page_map.h"
#include "model/procedure/sample_scans.h"
#include "tests/ui/applicant/desk_window.h"
#include "ui/finalise/finalise_view.h"

namespace jz::test {

/// The applicant's desk on a complete sample, at a station of the way from draft to signed.
class FinaliseWindow : public DeskWindow
{
public:
    /// Opens the sample and presses 定稿与签章.
    void openRoute();
    /// The same once the first look is passed and the revision is final.
    void openFinal();

    ui::FinaliseView& view() { return desk().finalising(); }
    QWidget& page(const QString& name) { return find<QWidget>(view(), name); }
    RouteStep station(RouteStep::Kind kind);
    /// Fills in a line of a station.
    void fillLine(const QString& name, const QString& words);
    void clickButton(const QString& name);
    /// What the message bar says.
    QString said() const;

    QString finalPaper() { return session().open().finalPaper(); }
    /// A page of the final paper, signed and sealed, as it comes from a scanner: turned by `degrees`.
    QString scan(int page, double degrees = 0, const QString& paper = {});
    /// The page that the unit signs, 1-based.
    int signedPage(const QString& paper = {});
    /// The same page with its code painted over.
    QString scanWithoutCode(int page);

private:
    int m_scans = 0;
};

} // namespace jz::test
