// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/applicant/side_panel.h"
#include "ui/pdf/page_view.h"
#include "ui/print/live_print.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QMenu;
QT_END_NAMESPACE

namespace jz::ui {

/// The print as it would come out now, beside the form (预览): follows what is typed after a short pause and keeps its place. A click on a
/// cell goes to its field; the field with the focus has a frame in the print. Prints in the background while it is seen.
class PreviewPanel : public SidePanel
{
    Q_OBJECT

public:
    /// `printMenu` is what its button for printing offers.
    PreviewPanel(DossierSession& session, QMenu* printMenu, QWidget* parent);

    QString id() const override;
    QString title() const override;
    QString iconName() const override;
    int wantedWidth() const override;
    void showField(const QString& field) override;

    PageView& view() { return *m_view; }
    /// Whether what is seen is what the dossier says now.
    bool isUpToDate() const { return m_upToDate; }

Q_SIGNALS:
    /// The newest print is there.
    void updated();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* tools(QMenu* printMenu);
    void addTool(QHBoxLayout& row, const char* name, const QString& iconName, const QString& words, std::function<void()> run);
    void follow();
    void print();
    void take(const LivePaper& paper);
    void takeWhole(const QString& file, const std::shared_ptr<const void>& keep);
    void point();
    void goToFieldAt(int page, const QPointF& point);
    void showState();

    LivePrint m_print;
    PaperPages m_pages;
    PageView* m_view;
    QLabel* m_state;
    QTimer m_pause;
    LivePaper m_paper;
    QStringList m_shown; ///< what each page shows, as PreviewedPaper::pages
    QString m_field;
    bool m_upToDate = false;
    bool m_failed = false;
};

} // namespace jz::ui
